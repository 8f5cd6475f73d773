import { photoTests } from '../support/journeys/photoTests'
import { servedPhones } from '../support/weapp/servedPhones'

/** 拍照填表 in the real weapp build. */
const { launch, library } = servedPhones('photo')
photoTests(launch, library)
