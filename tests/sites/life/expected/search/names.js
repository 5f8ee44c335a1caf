metodbank.take("names","17d92d48",["reading-pairs",{"pairs":"reading-pairs","reading-in-twos":"reading-pairs"}])
