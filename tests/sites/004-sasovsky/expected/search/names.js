metodbank.take("names","3e26ee3b",["s-contest-workshop s-district-club",{}])
