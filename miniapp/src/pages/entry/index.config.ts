export default definePageConfig({ navigationBarTitleText: '按码打开' })
