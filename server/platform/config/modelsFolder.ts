import path from 'node:path'

/** Folder of the models: MODELS_DIR, or .cache/models of the working directory, where `npm run models` puts them. */
export const modelsFolder = (): string => process.env.MODELS_DIR ?? path.resolve('.cache', 'models')
