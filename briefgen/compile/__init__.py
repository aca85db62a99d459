"""From a folder to finished files: finding, loading, rendering, and writing all or nothing."""
