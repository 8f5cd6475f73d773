const TICKET = /ltk_[0-9a-z]{20}/

/** Finds the ticket in what was scanned: an address, the path or the scene of a 小程序码, also encoded. */
export const ticketIn = (text: string): string | null => TICKET.exec(text)?.[0] ?? null
