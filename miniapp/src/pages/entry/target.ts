import { type CodeRead, readCode } from '@shared/common/codeText'
import type { CodeTarget } from '@shared/contract/reading/code'
import { routes } from '../../routes'

/** Reads what opened this page: the address of an ordinary QR code, the scene of a 小程序码, or typed digits. */
export function readParams({ q, scene, code }: Partial<Record<string, string>>): CodeRead | null {
  const text = q ?? scene ?? code
  return text === undefined ? null : readCode(text)
}

/** Page that a code leads to without asking the server; null: the server has to resolve it. */
export function pageAtOnce(read: CodeRead | null): string | null {
  if (read?.kind === 'login') return routes.confirmLogin(read.ticket)
  return read?.kind === 'sheet' ? routes.checkSheet(read.parameters) : null
}

/** Page of what the server found. */
export function pageOf(target: CodeTarget, edition: number | null): string {
  switch (target.kind) {
    case 'notice':
      return routes.notice(target.id, edition ?? undefined)
    case 'place':
      return routes.home(target.orgCode)
    case 'catalogue':
      return routes.catalogue(target.orgCode)
    case 'item':
      return routes.item(target.id, target.orgCode)
  }
}

export function titleOf(target: CodeTarget): string {
  if (target.kind === 'notice') return `${target.title}（${target.orgName}，${target.periodLabel}）`
  return target.kind === 'item' ? target.title : target.orgName
}
