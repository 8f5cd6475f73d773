import type { Browser } from 'playwright-core'
import { H5Visitor, type H5Options } from './h5Visitor'
import type { AppPage } from './pages'

export const ELDER = { settings: { elder: true, text: null } }
export const LARGEST = { settings: { elder: true, text: 30 } }

/** The app on a running server, as a browser sees it. */
export interface Site {
  browser: Browser
  server: string
  pages: readonly AppPage[]
}

/** Looks at every page of the app in one mode; gives what was found wrong, by page, and the errors of the console. */
export async function walk(
  { browser, server, pages }: Site,
  options: H5Options,
  look: (visitor: H5Visitor, page: AppPage) => Promise<string[]>,
): Promise<Record<string, string[]>> {
  const visitor = await H5Visitor.open(browser, server, options)
  const found: Record<string, string[]> = {}
  let persona: string | undefined
  try {
    for (const page of pages) {
      if (page.persona && page.persona !== persona) await visitor.logIn((persona = page.persona))
      await visitor.visit(page.url)
      await visitor.see(page.says)
      const faults = await look(visitor, page)
      if (faults.length > 0) found[page.name] = faults
    }
    const errors = await visitor.errors()
    return errors.length > 0 ? { ...found, errors } : found
  } finally {
    await visitor.close()
  }
}
