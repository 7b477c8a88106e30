"""The second checker of certificates, in JavaScript, and what puts it into a page."""
