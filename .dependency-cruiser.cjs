/** Import boundaries: miniapp → shared, server → shared, shared → nothing but its few pure libraries. */
const PURE_LIBRARIES = ['zod', '@noble/hashes', 'canonicalize', 'qrcode-generator']

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(server|miniapp|config|test)/' },
    },
    {
      name: 'shared-libraries',
      comment: 'The domain stays free of I/O: only libraries that compute.',
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
      to: { path: '^shared/schemas/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-without-zod',
      comment: 'shared/domain, presentation, i18n and client are bundled into the mini program.',
      severity: 'error',
      from: { path: '^shared/(domain|presentation|i18n|client)/' },
      to: { path: '^(shared/schemas/|node_modules/zod)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-imports-shared-only',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(miniapp|test|config)/' },
    },
    {
      name: 'domain-knows-no-storage',
      comment: 'Policies, presenters and requirements are pure: data comes in as arguments.',
      severity: 'error',
      from: { path: '^server/(policies|presenters|requirements)/' },
      to: {
        path: '^(server/(models|commands|queries|routes|services)/|node_modules/(mongoose|koa))',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'routes-do-not-touch-models',
      severity: 'error',
      from: { path: '^server/routes/' },
      to: { path: '^server/models/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
}
