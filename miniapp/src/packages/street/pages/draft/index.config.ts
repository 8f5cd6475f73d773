export default definePageConfig({ navigationBarTitleText: '核对目录' })
