/** Where the API is: '/api/v1' on H5, TARO_APP_API_BASE in the mini program (config/index.ts). */
declare const API_BASE: string

/** False in the build that is watched while somebody works on it. */
declare const LASTING_BUILD: boolean

/** Has the mini program's account the plugin that reads aloud? TARO_APP_VOICE=1 (config/index.ts). */
declare const HAS_VOICE: boolean

/** WeChat's own: a plugin that app.json names. */
declare function requirePlugin<Plugin>(name: string): Plugin
