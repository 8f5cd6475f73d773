/** Milliseconds that a test or hook may take which writes the demonstration into a store first. */
export const SEEDED_MS = 180_000
