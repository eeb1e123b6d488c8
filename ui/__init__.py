"""The windows of CRM Workshop; imports `crm_workshop`, never the other way."""
