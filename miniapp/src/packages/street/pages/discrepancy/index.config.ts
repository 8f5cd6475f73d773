export default definePageConfig({ navigationBarTitleText: '一处不一致' })
