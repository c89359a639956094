/** Real nodes, on a machine that may be busy. */
jest.setTimeout(10 * 60_000);
