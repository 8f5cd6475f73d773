import tseslint from 'typescript-eslint'
import reactHooks from 'eslint-plugin-react-hooks'

/** What Node gives a program of its own accord, as far as the set-up uses it. */
const NODE = ['Buffer', 'URL', 'clearInterval', 'console', 'fetch', 'process', 'setInterval']
const PROCESS_ENV = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read the environment only in server/platform/config.',
}

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
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
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
  {
    files: ['server/cli/**', 'config/**', 'test/support/**', 'test/bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    rules: { '@typescript-eslint/no-require-imports': 'off', 'max-lines': ['error', 400] },
  },
  {
    files: ['config/setup/*.mjs'],
    languageOptions: { globals: Object.fromEntries(NODE.map(name => [name, 'readonly'])) },
    rules: { 'no-undef': 'error' },
  },
)
