import tseslint from 'typescript-eslint'
import esX from 'eslint-plugin-es-x'
import reactHooks from 'eslint-plugin-react-hooks'
import house from './eslint/plainWords.mjs'

/** What Node gives a program of its own accord, as far as the set-up uses it. */
const NODE = ['Buffer', 'URL', 'clearInterval', 'console', 'fetch', 'process', 'setInterval']
const PROCESS_ENV = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read the environment only in server/platform/config.',
}

/** What a phone runs; of shared/contract it takes types only. */
const PHONE_CODE = { files: ['shared/**', 'miniapp/src/**'], ignores: ['shared/contract/**'] }
/** Syntax newer than ES2017 that Babel rewrites; it cannot rewrite a look-behind or supply a missing built-in. */
const REWRITTEN = [
  'no-class-instance-fields',
  'no-dynamic-import',
  'no-logical-assignment-operators',
  'no-nullish-coalescing-operators',
  'no-numeric-separators',
  'no-optional-catch-binding',
  'no-optional-chaining',
  'no-rest-spread-properties',
]

/** Folders whose comments are in plain English. */
const PLAIN = ['server/**', 'shared/**', 'miniapp/src/**', 'config/**', 'test/**']

/** House rules: small files, flat functions, no `any`, environment read in one place only. */
export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/.data/**',
      '**/.engine/**',
      '**/.cache/**',
      '**/coverage/**',
    ],
  },
  ...tseslint.configs.recommended,
  // Rules that ask for types are oxlint's, in .oxlintrc.json: the same rules, in a sixth of the time.
  {
    files: ['miniapp/**/*.tsx', 'miniapp/**/use*.ts', 'test/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      complexity: ['error', 12],
      'max-depth': ['error', 4],
      curly: ['error', 'multi-line'],
      eqeqeq: ['error', 'smart'],
      'no-console': 'error',
      'no-restricted-syntax': ['error', PROCESS_ENV],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['server/platform/config/**', 'config/**', 'test/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['miniapp/src/**'],
    ignores: ['miniapp/src/state/serverClock.ts', 'miniapp/src/api/client.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "NewExpression[callee.name='Date'][arguments.length=0], MemberExpression[object.name='Date'][property.name='now']",
          message: 'A phone may be a day out: the time is the server’s, see state/serverClock.',
        },
        PROCESS_ENV,
      ],
    },
  },
  { ...PHONE_CODE, ...esX.configs['flat/restrict-to-es2017'] },
  {
    ...PHONE_CODE,
    rules: {
      ...Object.fromEntries(REWRITTEN.map(name => [`es-x/${name}`, 'off'])),
      'no-restricted-globals': ['error', { name: 'structuredClone', message: 'Missing before iOS 15.4.' }],
    },
  },
  { files: PLAIN, plugins: { house }, rules: { 'house/plain-words': 'error' } },
  {
    files: ['server/cli/**', 'config/**', 'test/support/**', 'test/bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    rules: { '@typescript-eslint/no-require-imports': 'off', 'max-lines': ['error', 400] },
  },
  {
    files: ['config/{setup,eslint,phone}/*.mjs'],
    languageOptions: { globals: Object.fromEntries(NODE.map(name => [name, 'readonly'])) },
    rules: { 'no-undef': 'error' },
  },
)
