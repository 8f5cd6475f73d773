/** Import boundaries: miniapp → shared, server → shared, shared → nothing but its few pure libraries. */
const PURE_LIBRARIES = ['zod', '@noble/hashes', 'canonicalize', 'qrcode-generator']
const WING = '(people|catalogues|disclosure|power|participation|reading|oversight)'

module.exports = {
  forbidden: [
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
      name: 'miniapp-takes-types-of-schemas-only',
      comment: 'zod would add 80 kB to the mini program package.',
      severity: 'error',
      from: { path: '^miniapp/' },
      to: { path: '^shared/contract/', dependencyTypesNot: ['type-only'] },
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
