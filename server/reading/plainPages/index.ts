export { errorPage } from './presenters/removed'
