/** Shown where there is no connection: the page is whole by itself. */
export const csr = false;
