metodbank.take("names","19907dd5",["d-team-internship d-first-three-years",{}])
