export default definePageConfig({ navigationBarTitleText: '目录对应' })
