"""What a CRM definition workshop is and does; knows nothing of windows."""

__version__ = "0.1.0"
