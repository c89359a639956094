// A browser on a busy machine may take its time.
jest.setTimeout(60_000);
