// What every page brings to life; each behaviour has its own file, and the page works without them.
