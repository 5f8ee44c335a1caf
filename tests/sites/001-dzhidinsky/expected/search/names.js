metodbank.take("names","468871cd",["d-team-internship d-first-three-years",{}])
