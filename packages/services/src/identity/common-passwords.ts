/** What guessers try first among those long enough to be allowed; digits at the end are ignored. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `administrator adminadminadmin basketball1 businessbabe charlie123456 chocolate123 computer1234 correcthorse
   correcthorsebatterystaple defaultpassword dontforgetme football1234 forgetpassword forgotpassword
   helloworld helloworldhello iloveyouforever iloveyousomuch iloveyoubaby ilovechocolate ilovemyfamily
   ilovemyself jesuschrist justinbieber keepcalmandcarryon letmeinletmein letmeinplease liverpoolfc
   manchesterunited masterpassword mesocycle mesocyclecoach michaeljackson monkeymonkey motherfucker mynewpassword
   mypassword mypasswordis newpassword nopassword opensesame passphrase password passwordpassword
   password1234password pleaseletmein princessprincess qwertyuiop qwertyuiopasdf qwertyqwerty runnerrunner
   runningrunning secretpassword sunshinesunshine supersecret supersecretpassword temporarypassword
   testpassword testtesttest thisisapassword thisismypassword trustnoone unitedstates welcomeback
   welcomewelcome whatever12345 yourpassword 1q2w3e4r5t6y 1qaz2wsx3edc 1qaz2wsx3edc4rfv q1w2e3r4t5y6 zaq12wsxcde3
   qazwsxedcrfv 123qweasdzxc 1234qwerasdf asdfghjkl asdfghjklqwerty zxcvbnmasdfghjkl aaaaaaaaaaaa
   trainingtraining marathonmarathon changeme changemenow changemeplease abcd1234abcd p@ssw0rdp@ssw0rd
   p@ssword1234 passw0rd1234 p@ssw0rd12345 welcome12345! letmein12345! qwerty123456 qwerty12345678
   iloveyou1234 superman1234 batman123456 dragon123456 monkey123456 football12345 baseball1234 master123456
   sunshine1234 princess1234`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
