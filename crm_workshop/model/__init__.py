"""What a workshop is made of: frozen records whose fields carry their own description."""
