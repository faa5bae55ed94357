"""The journey of the rows as a picture: a trace and its findings become stations, ways between them, and a drawing."""
