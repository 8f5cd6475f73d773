import type { NetworkState } from '../weapp/types'

/**
 * A person with the app in hand, on the phone or in the browser. Journeys are written once against this, so that the
 * mini program and the H5 app prove the same things. Names are accessible names: exact first, else containing.
 */
export interface Visitor {
  /** Path of the page that is shown, without query. */
  route(): Promise<string>
  /** All text of the page that is shown. */
  text(): Promise<string>
  /** Text of every element of the page that a selector finds. */
  readAll(selector: string): Promise<string[]>
  /** `role` where two things have one name. */
  press(name: string, role?: 'button' | 'link' | 'tab'): Promise<void>
  write(label: string, value: string): Promise<void>
  choose(field: string, option: string): Promise<void>
  /** `day`: 2026-11-20. */
  pickDate(field: string, day: string): Promise<void>
  /** Wait until the page says it. */
  see(text: string): Promise<void>
  goBack(): Promise<void>
  setNetwork(state: NetworkState): Promise<void>
  /** The file that the person will take when the app asks for one: its path on this machine. */
  holdFile(path: string): Promise<void>
  /** Open an address of the app, like a scanned code: `/pages/notice/index?id=…`. */
  visit(url: string): Promise<void>
  /** Go to 我的 and log in as a persona of the demonstration; the person logged in before is logged out. */
  logIn(persona: string): Promise<void>
  /** What went wrong in the app so far. */
  errors(): Promise<string[]>
}
