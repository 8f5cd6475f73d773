const NEEDED = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'NODE_ENV', 'SystemRoot', 'TEMP'] as const

/** Returns the environment of a worker process, without keys and passwords: it opens untrusted files. */
export const environmentForHelper = (): NodeJS.ProcessEnv =>
  Object.fromEntries(NEEDED.map(name => [name, process.env[name]]))
