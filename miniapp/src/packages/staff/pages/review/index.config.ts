export default definePageConfig({ navigationBarTitleText: '查看和审核' })
