/** The actor of command-line commands that change the store. */
export const OPERATOR = { id: 'cli', name: '命令行', duty: '', roles: [] }
