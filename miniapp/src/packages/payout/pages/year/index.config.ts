export default definePageConfig({ navigationBarTitleText: '发放汇总' })
