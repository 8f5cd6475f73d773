const NEEDED = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'NODE_ENV', 'SystemRoot', 'TEMP'] as const

/** Of the server's environment what a helper needs: keys and passwords are nothing for a program that opens files of strangers. */
export const environmentForHelper = (): NodeJS.ProcessEnv =>
  Object.fromEntries(NEEDED.map(name => [name, process.env[name]]))
