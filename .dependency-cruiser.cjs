/**
 * Import boundaries: miniapp → shared, server → shared, shared → nothing but its few pure libraries. Inside shared, types
 * included: common, facts, figures → contract → content, ledger, power, texts → presentation; the client reads the contract.
 */
const PURE_LIBRARIES = ['zod', 'fast-sha256', 'canonicalize', 'qrcode-generator']
const ROOMS = require('./config/rooms.json')
const WING = '(people|catalogues|disclosure|power|participation|reading|oversight)'

/** One rule for each room: it uses the rooms of its line in config/rooms.json and no other. */
const roomRules = Object.entries(ROOMS).map(([room, uses]) => ({
  name: `room-${room.replace('/', '-')}`,
  severity: 'error',
  from: { path: `^server/${room}/` },
  to: { path: `^server/${WING}/`, pathNot: `^server/(${[room, ...uses].join('|')})/` },
}))

/** Layers of the server below the rooms, and what of the server each may import. */
const LAYERS = [
  ['domain', []],
  ['documents', ['domain']],
  ['platform', ['documents', 'domain']],
  ['http', ['platform', 'documents', 'domain']],
]
const layerRules = LAYERS.map(([layer, below]) => ({
  name: `layer-${layer}`,
  severity: 'error',
  from: { path: `^server/${layer}/` },
  to: { path: '^server/', pathNot: `^server/(${[layer, ...below].join('|')})/` },
}))

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
    ...layerRules,
    ...roomRules,
    {
      name: 'rooms-are-listed',
      comment: 'A new room gets its line in config/rooms.json.',
      severity: 'error',
      from: { path: `^server/${WING}/`, pathNot: `^server/(${Object.keys(ROOMS).join('|')})/` },
      to: {},
    },
    {
      name: 'through-the-door',
      comment: 'A room shows other rooms its index.ts alone.',
      severity: 'error',
      from: { path: `^server/(${WING}/[^/]+)/` },
      to: { path: `^server/${WING}/`, pathNot: [`^server/$1/`, `^server/${WING}/[^/]+/index\\.ts$`] },
    },
    {
      name: 'features-are-composed',
      comment: 'compose.ts alone mounts features.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(compose\\.ts|cli/)' },
      to: { path: '/feature\\.ts$', pathNot: '^server/http/feature\\.ts$' },
    },
    {
      name: 'rooms-know-no-composition',
      severity: 'error',
      from: { path: `^server/${WING}/` },
      to: { path: '^server/((compose|policies|start|main|migrations)\\.ts|cli/|demo/)' },
    },
    {
      name: 'demo-by-start-alone',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(demo/|cli/|start\\.ts|main\\.ts)' },
      to: { path: '^server/demo/' },
    },
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
