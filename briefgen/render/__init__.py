"""From an edition to the bytes of its outputs, one module per format."""
