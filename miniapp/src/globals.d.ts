/** Base address of the API: '/api/v1' on H5, TARO_APP_API_BASE in the mini program (config/index.ts). */
declare const API_BASE: string

/** False in watch builds during development. */
declare const LASTING_BUILD: boolean

/** True if the mini program's account has the speech plugin: TARO_APP_VOICE=1 (config/index.ts). */
declare const HAS_VOICE: boolean

/** WeChat's function for a plugin named in app.json. */
declare function requirePlugin<Plugin>(name: string): Plugin
