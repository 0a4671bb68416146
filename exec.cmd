@rem npm run cli starts with "exec", so that sh steps aside and a signal sent to npm reaches the command line itself. cmd.exe has no such word and finds this file instead.
@%*
