"""The windows. They call what crm_workshop can do and hold no rules of their own."""
