import { anyPageTests } from '../../support/anyPage/anyPageTests'
import { everyPage } from '../../support/browser/pages'
import { servedPhones } from '../../support/weapp/servedPhones'

/** Readers and a villager open every page of the real weapp build by addresses of every kind. */
const { launch, library } = servedPhones('any-page-readers')
anyPageTests(launch, () => everyPage(library()), 'weapp', ['nobody', 'villager'])
