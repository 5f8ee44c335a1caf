metodbank.take("names","8ed592cf",["s-contest-workshop s-district-club",{}])
