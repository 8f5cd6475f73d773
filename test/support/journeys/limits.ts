/** Milliseconds that a journey through the whole app may take: long by nature, with a built server and a browser or phone of its own. */
export const JOURNEY_MS = 600_000
