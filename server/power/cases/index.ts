export { mattersUnderWay, type UnderWay } from './queries/underWay'
