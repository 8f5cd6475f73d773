export { contactRows } from './presenters/parts'
export { errorPage } from './presenters/removed'
export { pageOf, section } from './presenters/shell'
export { STYLE as PLAIN_STYLE } from './presenters/style'
