export { CompareTable as default } from '../../../../../miniapp/src/components/CompareTable'
