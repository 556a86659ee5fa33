/**
 * Passwords of ten characters and more that stand in every list of the commonest ones, and the habits of a Chinese
 * keyboard (我爱你一生一世 in digits, rows of keys, site names with years). Lower case. Shorter ones need no entry: the
 * rule of length refuses them.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  1234567890 12345678910 123456789a a123456789 0123456789 0987654321 1122334455 1234512345 1231231231 123123123123
  1112223334 1112223333 9876543210 123456123456 1234554321 1234567891 123456789q q123456789 aa123456789 qq123456789
  a1234567890 abc123456789 abcd123456 abc1234567 abcd1234567 abc12345678 asd123456789 asdf123456 asd1234567 zxc123456789
  zxcvbnm123 qwe123456789 qwer123456 qwerty1234 qwerty12345 qwerty123456 qwertyuiop qwertyuiop123 asdfghjkl1 asdfghjkl;
  asdfghjkl123 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u qazwsxedc1 qazwsxedcrfv qazwsx123456
  q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsxcde3 zaq1xsw2cde3 !qaz2wsx3edc 147258369a 1472583690 147258369147 159357159357
  password12 password123 password1234 password12345 password123456 passw0rd123 p@ssw0rd123 p@ssword123 passwordpassword
  password2023 password2024 password2025 password2026 admin12345 admin123456 admin1234567 administrator admin@12345
  admin@123456 administrator1 root123456 rootroot123 test123456 testtest123 user123456 guest123456 welcome123
  welcome1234 welcome2024 welcome2025 welcome2026 changeme123 changeme1234 letmein123 letmein1234 iloveyou123
  iloveyou1234 iloveyou12 iloveyou1314 woaini1314 woaini1314520 woaini5201314 5201314520 52013145201314
  5201314woaini woaini123456 woaini123456789 wo123456789 w123456789 z123456789 x123456789 l123456789 s123456789
  woaiwojia123 mima123456 mima123456789 mimamima123 nihao123456 nihao12345 nihaoma123 zhongguo123 zhongguo2024
  zhongguo2025 zhongguo2026 china123456 beijing2008 beijing2022 beijing123 shanghai123 shanghai2026 guangdong123
  luban123456 luban12345 luban20251 luban20261 lubanluban lubanluban1 jineng123456 dasai123456
  jinengdasai worldskills worldskills2026 worldskills46 shanghai2026a gongjiang123 football123 baseball123 basketball1
  superman123 batman12345 sunshine123 princess123 dragon12345 monkey12345 master12345 michael123 computer123 internet123
  whatever123 trustno1234 starwars123 pokemon1234 charlie1234 jennifer123 liverpool123 chelsea1234 1111111111a
  a1b2c3d4e5 a1b2c3d4e5f6 1a2b3c4d5e 1a2b3c4d5e6f abcdefghij abcdefghijk abcdefg123 abcdefg1234 abcdefgh12 aaaaaaaaa1
  1234abcd1234 abcd1234abcd 123qwe123qwe 123456qwerty 123456abcdef 123456asdfgh 123qweasdzxc qweasdzxc123 qwe123asd456
  asdqwe123456 zxcasdqwe123 zxcvbnm1234 zxcvbnm,./ 12qwaszx34 1234qwerasdf 1234qwer1234 qwer1234qwer !@#$%^&*()
  1!2@3#4$5% 123!@#qweqwe 10203040506 102030405060 11223344556 112233445566 123321123321 1233211234567 1314520520
  13145201314 7758521777 7758521520 77585210000 8888888888a 6666666666a 0000000000a 12344321123 1234567887654321
  `
    .trim()
    .split(/\s+/),
);
