/**
 * Import boundaries: miniapp → shared, server → shared, shared → nothing but its few pure libraries. Inside shared, types
 * included: common, facts, figures → contract → content, ledger, power, texts → presentation; the client reads the contract.
 */
const PURE_LIBRARIES = ['zod', '@noble/hashes', 'canonicalize', 'qrcode-generator']
const WING = '(people|catalogues|disclosure|power|participation|reading|oversight)'

/** Parts of shared/ and what each may import; a part may always import itself. */
const BOTTOM = ['common', 'facts', 'figures']
const MIDDLE = ['content', 'ledger', 'power', 'texts']
const SHARED_ORDER = [
  ['common', []],
  ['facts', ['common']],
  ['figures', ['common']],
  ['contract', BOTTOM],
  ...MIDDLE.map(part => [part, [...BOTTOM, 'contract', ...MIDDLE]]),
  ['presentation', [...BOTTOM, 'contract', ...MIDDLE]],
  ['client', [...BOTTOM, 'contract', 'texts']],
]

/** One rule for each part of shared/; a part that is not listed may not be imported by any. */
const sharedOrder = SHARED_ORDER.map(([part, below]) => ({
  name: `shared-order-${part}`,
  severity: 'error',
  from: { path: `^shared/${part}/` },
  to: { path: '^shared/', pathNot: `^shared/(${[part, ...below].join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...sharedOrder,
    {
      name: 'shared-parts',
      comment: 'A new part of shared/ gets its line in SHARED_ORDER.',
      severity: 'error',
      from: { path: '^shared/', pathNot: `^shared/(${SHARED_ORDER.map(([part]) => part).join('|')})/` },
      to: {},
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-libraries',
      comment: 'What both ends run stays free of I/O: only libraries that compute.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: `^(shared/|node_modules/(${PURE_LIBRARIES.join('|')})(/|$))` },
    },
    {
      name: 'miniapp-imports-shared-only',
      severity: 'error',
      from: { path: '^miniapp/' },
      to: { path: '^(server|test|config)/' },
    },
    {
      name: 'phone-takes-types-of-schemas-only',
      comment: 'zod would add 80 kB to the mini program package.',
      severity: 'error',
      from: { path: '^(miniapp/|shared/(?!contract/))' },
      to: { path: '^shared/contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-package-imports-another',
      comment: 'Sub-packages are loaded apart; what two of them use is in src/components or src/hooks.',
      severity: 'error',
      from: { path: '^miniapp/src/packages/([^/]+)/' },
      to: { path: '^miniapp/src/packages/', pathNot: '^miniapp/src/packages/$1/' },
    },
    {
      name: 'no-import-into-packages',
      comment: 'What belongs to the main package never pulls in a sub-package.',
      severity: 'error',
      from: { path: '^miniapp/src/', pathNot: '^miniapp/src/packages/' },
      to: { path: '^miniapp/src/packages/' },
    },
    {
      name: 'server-imports-shared-only',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(miniapp|test|config)/' },
    },
    {
      name: 'pure-layers',
      comment: 'Policies, presenters and requirements are pure: data comes in as arguments.',
      severity: 'error',
      from: { path: `^server/${WING}/[^/]+/(presenters/|requirements/|policy\\.ts|states\\.ts)` },
      to: {
        path: `^(server/${WING}/[^/]+/(models|commands|queries|routes|jobs)/|node_modules/(mongoose|koa))`,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'routes-do-not-touch-models',
      severity: 'error',
      from: { path: `^server/${WING}/[^/]+/routes` },
      to: { path: '/models/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
}
